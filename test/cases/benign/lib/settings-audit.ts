import { auditSettings } from './audit';

let audit: 'fine' | 'warned' | undefined;

export function checkSettingsOnce(): void {
  if (audit === 'fine') return;
  const { mode, problems } = auditSettings(process.env);
  if (problems.length === 0) {
    audit = 'fine';
    return;
  }
  if (mode === 'production') throw new Error(problems.join(', '));
  if (audit === 'warned') return;
  audit = 'warned';
  console.warn('settings are not fit for production', problems);
}
