import type { Trial } from '../stage.js';
import { limitScenarios } from './limit.js';

export default { tables: { QUOTAS_TABLE: ['id'] }, scenarios: limitScenarios } satisfies Trial;
