import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';

@Injectable()
export class DownloadGuard implements CanActivate {
  private readonly downloads = new Map<string, number>(); // flag: no-memory-counter

  canActivate(context: ExecutionContext): boolean {
    const { user } = context.switchToHttp().getRequest();
    const used = this.downloads.get(user.id) ?? 0;
    if (used >= user.plan.downloads) return false;
    this.downloads.set(user.id, used + 1);
    return true;
  }
}
