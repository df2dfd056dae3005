/** All that opens over the workbench: read in one piece with its library, once the workbench is painted. */
export { OpenChoice } from './components/OpenChoice.tsx'
export { OpenMenu } from './components/OpenMenu.tsx'
export { OpenDialog } from './dialogs/OpenDialog.tsx'
export { ChoiceEditor } from './editors/ChoiceEditor.tsx'
export { StepsEditor } from './editors/StepsEditor.tsx'
export { EvidencePopover } from './views/EvidencePopover.tsx'
export { HistoryPanel } from './views/HistoryPanel.tsx'
export { OpenValuation } from './views/OpenValuation.tsx'
