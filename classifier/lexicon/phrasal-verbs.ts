import type { VerbClass } from './verbs.ts';

/** Verbs that a particle changes: "check out a branch" is no check. */
const phrasalVerbs: Readonly<Record<string, Readonly<Record<string, VerbClass>>>> = {
  back: { up: 'create' },
  bring: { up: 'start', down: 'start' },
  check: { in: 'update', out: 'update' },
  clean: { up: 'delete' },
  kick: { off: 'run' },
  log: { in: 'administer', out: 'administer' },
  look: { up: 'read' },
  power: { on: 'start', off: 'start' },
  roll: { back: 'start', out: 'deploy' },
  scale: { up: 'start', down: 'start' },
  set: { up: 'create' },
  shut: { down: 'start' },
  spin: { up: 'start' },
  switch: { on: 'interact', off: 'interact' },
  take: { over: 'update', down: 'delete' },
  tear: { down: 'delete' },
  turn: { on: 'interact', off: 'interact' },
};

/** The class of a verb with this particle after it; undefined where the particle changes nothing. */
export function findPhrasalVerb(lemma: string, particle: string | undefined): VerbClass | undefined {
  if (particle === undefined || !Object.hasOwn(phrasalVerbs, lemma)) return undefined;
  const particles = phrasalVerbs[lemma];
  return particles && Object.hasOwn(particles, particle) ? particles[particle] : undefined;
}
