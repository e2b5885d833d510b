import type { Rule } from '../define-rule.ts';
import { actsInASession } from './acts-in-a-session.ts';
import { actsInAnUnclearWay } from './acts-in-an-unclear-way.ts';
import { callsOtherTools } from './calls-other-tools.ts';
import { cancelsACommitment } from './cancels-a-commitment.ts';
import { changesARecord } from './changes-a-record.ts';
import { changesAccess } from './changes-access.ts';
import { clearsACache } from './clears-a-cache.ts';
import { computesAResult } from './computes-a-result.ts';
import { connectsToAnyHost } from './connects-to-any-host.ts';
import { createsARecord } from './creates-a-record.ts';
import { declaresThatItActs } from './declares-that-it-acts.ts';
import { deletesAContainer } from './deletes-a-container.ts';
import { deletesData } from './deletes-data.ts';
import { deletesOnRequest } from './deletes-on-request.ts';
import { deploysSoftware } from './deploys-software.ts';
import { describesInformation } from './describes-information.ts';
import { detachesAThing } from './detaches-a-thing.ts';
import { fetchesAnyPage } from './fetches-any-page.ts';
import { goesOnInTheBackground } from './goes-on-in-the-background.ts';
import { grantsAnyAccess } from './grants-any-access.ts';
import { handsOutASecret } from './hands-out-a-secret.ts';
import { hidesItsOperations } from './hides-its-operations.ts';
import { incursCharges } from './incurs-charges.ts';
import { isTooLongToRead } from './is-too-long-to-read.ts';
import { losesTheFormerState } from './loses-the-former-state.ts';
import { managesThings } from './manages-things.ts';
import { marksWhatItReads } from './marks-what-it-reads.ts';
import { movesMoney } from './moves-money.ts';
import { movesTheView } from './moves-the-view.ts';
import { paysWhomTheCallerNames } from './pays-whom-the-caller-names.ts';
import { placesAnOrder } from './places-an-order.ts';
import { pressesKeys } from './presses-keys.ts';
import { publishesContent } from './publishes-content.ts';
import { reachesAnyFile } from './reaches-any-file.ts';
import { reachesPeople } from './reaches-people.ts';
import { readsInformation } from './reads-information.ts';
import { registersAnOutsideAddress } from './registers-an-outside-address.ts';
import { resetsData } from './resets-data.ts';
import { returnsASecretField } from './returns-a-secret-field.ts';
import { returnsPrivateData } from './returns-private-data.ts';
import { returnsThirdPartyText } from './returns-third-party-text.ts';
import { runsCode } from './runs-code.ts';
import { runsModifyingQueries } from './runs-modifying-queries.ts';
import { runsShellCommands } from './runs-shell-commands.ts';
import { runsStoredWork } from './runs-stored-work.ts';
import { savesItsOutput } from './saves-its-output.ts';
import { sendsAFreeRequest } from './sends-a-free-request.ts';
import { signsWithAKey } from './signs-with-a-key.ts';
import { spendsCredits } from './spends-credits.ts';
import { startsALook } from './starts-a-look.ts';
import { startsAProviderJob } from './starts-a-provider-job.ts';
import { startsOrStopsAProcess } from './starts-or-stops-a-process.ts';
import { startsSomethingLight } from './starts-something-light.ts';
import { statesARestriction } from './states-a-restriction.ts';
import { takesAFreeExpression } from './takes-a-free-expression.ts';
import { takesASecret } from './takes-a-secret.ts';
import { uploadsToTheOutside } from './uploads-to-the-outside.ts';
import { watchesASession } from './watches-a-session.ts';
import { writesAnyFile } from './writes-any-file.ts';

/** Every rule, in the order of their ids. */
export const rules: readonly Rule[] = [
  actsInASession,
  actsInAnUnclearWay,
  callsOtherTools,
  cancelsACommitment,
  changesARecord,
  changesAccess,
  clearsACache,
  computesAResult,
  connectsToAnyHost,
  createsARecord,
  declaresThatItActs,
  deletesAContainer,
  deletesData,
  deletesOnRequest,
  deploysSoftware,
  describesInformation,
  detachesAThing,
  fetchesAnyPage,
  goesOnInTheBackground,
  grantsAnyAccess,
  handsOutASecret,
  hidesItsOperations,
  incursCharges,
  isTooLongToRead,
  losesTheFormerState,
  managesThings,
  marksWhatItReads,
  movesMoney,
  movesTheView,
  paysWhomTheCallerNames,
  placesAnOrder,
  pressesKeys,
  publishesContent,
  reachesAnyFile,
  reachesPeople,
  readsInformation,
  registersAnOutsideAddress,
  resetsData,
  returnsASecretField,
  returnsPrivateData,
  returnsThirdPartyText,
  runsCode,
  runsModifyingQueries,
  runsShellCommands,
  runsStoredWork,
  savesItsOutput,
  sendsAFreeRequest,
  signsWithAKey,
  spendsCredits,
  startsALook,
  startsAProviderJob,
  startsOrStopsAProcess,
  startsSomethingLight,
  statesARestriction,
  takesAFreeExpression,
  takesASecret,
  uploadsToTheOutside,
  watchesASession,
  writesAnyFile,
];
