import { app, type Timer } from '@azure/functions';
import { Client } from '@microsoft/microsoft-graph-client';
import { TokenCredentialAuthenticationProvider } from '@microsoft/microsoft-graph-client/authProviders/azureTokenCredentials';
import { DefaultAzureCredential } from '@azure/identity';
import { upsertUsers } from '../directory';

const authProvider = new TokenCredentialAuthenticationProvider(new DefaultAzureCredential(), {
  scopes: ['https://graph.microsoft.com/.default'],
});
const graph = Client.initWithMiddleware({ authProvider });

let deltaLink = '/users/delta'; // flag: no-memory-checkpoint

export async function mirrorUsers(_timer: Timer): Promise<void> {
  let link: string | undefined = deltaLink;
  while (link) {
    const page: Record<string, any> = await graph.api(link).get();
    await upsertUsers(page.value);
    deltaLink = page['@odata.deltaLink'] ?? deltaLink;
    link = page['@odata.nextLink'];
  }
}

app.timer('mirrorUsers', { schedule: '0 */10 * * * *', handler: mirrorUsers });
