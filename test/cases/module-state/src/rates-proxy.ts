interface Env {
  RATES_URL: string;
}

const limits = { slow: 8_000, fast: 2_000 };

async function withLimit(url: string, ms: number): Promise<Response> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), ms);
  try {
    return await fetch(url, { signal: controller.signal });
  } finally {
    clearTimeout(timer);
  }
}

export default {
  async fetch(request: Request, env: Env): Promise<Response> {
    const { pathname, searchParams } = new URL(request.url);
    return withLimit(`${env.RATES_URL}${pathname}`, searchParams.has('history') ? limits.slow : limits.fast);
  },
} satisfies ExportedHandler<Env>;
