async function post(url: string, body: object): Promise<void> {
  const response = await fetch(url, { method: 'POST', body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
}

export const extractText = (documentId: string) => post(`${process.env.EXTRACTOR_URL}/texts`, { documentId });
export const indexText = (documentId: string) => post(`${process.env.SEARCH_URL}/documents`, { documentId });
export const notifyOwner = (documentId: string) => post(`${process.env.MAIL_URL}/notices`, { documentId });
export const parkDocument = (documentId: string) => post(`${process.env.SUPPORT_URL}/documents`, { documentId });
