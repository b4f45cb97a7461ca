const liveProjects = new Set<string>();

export function registerLiveProject(project: string): void {
  liveProjects.add(project);
}

export function isLiveProject(project: string): boolean {
  return liveProjects.has(project);
}
