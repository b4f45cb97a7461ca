interface Env {
  SHOP_URL: string;
  SEARCH_URL: string;
  SEARCH_KEY: string;
}

interface Product {
  id: number;
  title: string;
}

async function indexAll(env: Env): Promise<void> {
  const products = await (await fetch(`${env.SHOP_URL}/products`)).json<Product[]>();
  for (const product of products) {
    await fetch(`${env.SEARCH_URL}/${product.id}`, {
      method: 'PUT',
      headers: { 'x-api-key': env.SEARCH_KEY },
      body: JSON.stringify(product),
    });
    console.log(JSON.stringify({ message: 'checkpoint', lastProcessedId: product.id })); // flag: no-log-progress
  }
}

export default {
  async scheduled(_controller: ScheduledController, env: Env): Promise<void> {
    await indexAll(env);
  },
} satisfies ExportedHandler<Env>;
