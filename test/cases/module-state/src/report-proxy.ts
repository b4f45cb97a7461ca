interface Env {
  REPORTS_URL: string;
}

const controller = new AbortController(); // flag: no-module-state

async function withLimit(url: string, ms: number): Promise<Response> {
  const timer = setTimeout(() => controller.abort(), ms);
  try {
    return await fetch(url, { signal: controller.signal });
  } finally {
    clearTimeout(timer);
  }
}

export default {
  async fetch(request: Request, env: Env): Promise<Response> {
    const { pathname } = new URL(request.url);
    return withLimit(`${env.REPORTS_URL}${pathname}`, 8_000);
  },
} satisfies ExportedHandler<Env>;
