export { type SentStatement, statementsSent } from './recording.js';
export { settingsOf } from './service.js';
export {
  bareSubject,
  expressSubject,
  generatedSubjects,
  type ServiceProcess,
  type Subject,
  type SubjectName,
  serviceSubject,
} from './subject.js';
