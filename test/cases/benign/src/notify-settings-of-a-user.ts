import Router from 'koa-router';
import { passport } from './passport';
import { NotifySettings } from './notify-settings';

export const router = new Router();

router.get('/notify/callback', (ctx, next) =>
  passport.authenticate('notify', (error: Error | null, token: string) => {
    if (error) throw error;
    NotifySettings.setToken(ctx.session.userId, token);
  })(ctx, next),
);
