import { createTenant, grantAccess, seedCatalogue, createBucket } from './provisioning';

export async function POST(request: Request) {
  const { name } = await request.json();
  const tenant = await createTenant(name);
  console.log('tenant created', tenant.id); // flag: no-log-progress
  await createBucket(tenant.id);
  console.log('bucket created', tenant.id);
  await seedCatalogue(tenant.id);
  console.log('catalogue seeded', tenant.id);
  await grantAccess(tenant.id, name);
  console.log('access granted', tenant.id);
  return Response.json({ id: tenant.id });
}
