let lastCall = 0;

export async function callTool(tool: string, input: unknown): Promise<unknown> {
  const response = await fetch(process.env.TOOLS_URL!, {
    method: 'POST',
    body: JSON.stringify({ jsonrpc: '2.0', id: ++lastCall, method: 'tools/call', params: { name: tool, arguments: input } }),
  });
  return response.json();
}
