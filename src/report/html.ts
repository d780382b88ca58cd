import type { Session } from './Session.js'

export const html = (session: Session): string => `<!doctype html>${session.judged.length}`
