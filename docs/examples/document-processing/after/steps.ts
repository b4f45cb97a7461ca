/** The id is the key on the other side as well: sent twice, it changes nothing. */
async function put(url: string): Promise<void> {
  const response = await fetch(url, { method: 'PUT' });
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
}

export const extractText = (documentId: string) => put(`${process.env.EXTRACTOR_URL}/texts/${documentId}`);
export const indexText = (documentId: string) => put(`${process.env.SEARCH_URL}/documents/${documentId}`);
export const notifyOwner = (documentId: string) => put(`${process.env.MAIL_URL}/notices/${documentId}`);
