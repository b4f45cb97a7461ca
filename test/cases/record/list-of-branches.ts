import type { APIGatewayProxyHandlerV2 } from 'aws-lambda';

interface Branch {
  city: string;
  open: [from: number, to: number];
}

const branches: Branch[] = [
  { city: 'Lyon', open: [9, 18] },
  { city: 'Graz', open: [8, 17] },
  { city: 'Bergen', open: [10, 16] },
];
const cities = Object.fromEntries(branches.map((branch) => [branch.city.toLowerCase(), branch]));

export const handler: APIGatewayProxyHandlerV2 = async (event) => {
  const { city, hour } = event.queryStringParameters ?? {};
  if (city) {
    const branch = cities[city.toLowerCase()];
    return branch ? { statusCode: 200, body: JSON.stringify(branch) } : { statusCode: 404 };
  }
  const now = Number(hour ?? new Date().getUTCHours());
  const open = branches.filter((branch) => branch.open[0] <= now && now < branch.open[1]);
  open.sort((a, b) => a.city.localeCompare(b.city));
  open.push({ city: 'Online', open: [0, 24] });
  return { statusCode: 200, body: JSON.stringify(open) };
};
