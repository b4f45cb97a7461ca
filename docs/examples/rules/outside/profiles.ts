import { ask } from './ask';

export interface Profile {
  id: string;
  name: string;
}

export async function loadProfile(id: string): Promise<Profile> {
  return ask('GET', `${process.env.PROFILES_URL}/profile?id=${id}`);
}

export async function saveProfile(profile: Profile): Promise<void> {
  await ask('PUT', `${process.env.PROFILES_URL}/profile?id=${profile.id}`, profile);
}
