import { verifySession, type User } from './sessions';

class Viewer {
  private static instance: Viewer;
  private user: User | null = null; // flag: no-request-leak

  static getInstance(): Viewer {
    return (Viewer.instance ??= new Viewer());
  }

  signIn = async (request: Request): Promise<void> => {
    const cookie = request.headers.get('cookie');
    if (cookie) this.user = await verifySession(cookie);
  };

  can(right: string): boolean {
    return this.user?.rights.includes(right) ?? false;
  }
}

export async function requireRight(request: Request, right: string): Promise<void> {
  const viewer = Viewer.getInstance();
  await viewer.signIn(request);
  if (!viewer.can(right)) {
    throw new Response('forbidden', { status: 403 });
  }
}
