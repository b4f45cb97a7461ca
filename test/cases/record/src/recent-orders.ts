interface Order {
  id: string;
  total: number;
}

/** The same shape without a page: what one request stores, the next one may not find. */
class RecentOrders {
  private orders: Order[] = []; // flag: no-memory-record

  add(order: Order) {
    this.orders.unshift(order);
  }

  all() {
    return this.orders.slice(0, 5);
  }
}

const recentOrders = new RecentOrders();

export async function POST(request: Request) {
  recentOrders.add(await request.json());
  return Response.json({ ok: true });
}

export async function GET() {
  return Response.json(recentOrders.all());
}
