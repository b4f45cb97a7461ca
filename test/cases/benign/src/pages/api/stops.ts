import type { APIRoute } from 'astro';
import stops from '../../data/stops.json';

const byCode = new Map<string, { code: string; name: string; zone: number }>();
const zones: Record<number, string[]> = {};

stops.forEach((stop) => {
  byCode.set(stop.code, stop);
  (zones[stop.zone] ??= []).push(stop.code);
});

export const prerender = false;

export const GET: APIRoute = ({ url }) => {
  const stop = byCode.get(url.searchParams.get('code') ?? '');
  if (!stop) return new Response(null, { status: 404 });
  return Response.json({ ...stop, sameZone: zones[stop.zone].filter((code) => code !== stop.code) });
};
