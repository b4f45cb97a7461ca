// The same letter, waited for.
interface Letter {
  to: string;
  text: string;
}

export async function queueLetter(letter: Letter, postOffice: string): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  const response = await fetch(`${postOffice}/letters`, { method: 'POST', body: JSON.stringify(letter) });
  if (!response.ok) console.warn('letter not sent', response.status);
}
