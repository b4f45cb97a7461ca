// Only a server has `setImmediate`: the letter is written once the answer is out.
interface Letter {
  to: string;
  text: string;
}

export async function queueLetter(letter: Letter, postOffice: string): Promise<void> {
  setImmediate(async () => { // flag: no-memory-timer
    const response = await fetch(`${postOffice}/letters`, { method: 'POST', body: JSON.stringify(letter) });
    if (!response.ok) console.warn('letter not sent', response.status);
  });
}
