import { cookies } from 'next/headers';
import { loadOrders } from '@/lib/orders';

let customer: string | undefined; // flag: no-request-leak

async function Orders() {
  const orders = await loadOrders(customer);
  return (
    <ul>
      {orders.map((order) => (
        <li key={order.id}>{order.title}</li>
      ))}
    </ul>
  );
}

export default async function AccountPage() {
  const session = (await cookies()).get('customer');
  if (session) {
    customer = session.value;
  }
  return <main>{customer ? <Orders /> : <p>Please sign in.</p>}</main>;
}
