import EchoService

extension IngestSummary {
    /// The counts, the reports, and where the time went.
    var lines: [String] {
        var lines = [
            (dryRun ? "Would be: " : "")
                + "\(embedded) embedded, \(duplicate) duplicate, \(skipped) skipped, \(quarantined) quarantined; "
                + "\(Counted.studies(studies))."
        ]
        if reports + unmatchedReports > 0 {
            lines.append("\(Counted.of(reports, "report")) stored, \(unmatchedReports) without a study.")
        }
        if sharedUids > 0 {
            lines.append(
                "\(Counted.of(sharedUids, "file")) with the SOP Instance UID of a file of other bytes.")
        }
        if patientConflicts > 0 {
            lines.append(
                "\(Counted.of(patientConflicts, "file")) of a study whose files name different patients: check."
            )
        }
        if !dryRun {
            lines.append(
                "\(Decimals.seconds(seconds)) s, \(Decimals.percent(framesPerSecond)) frames/s; decode "
                    + "\(Decimals.seconds(stages.decode)) s, scale \(Decimals.seconds(stages.scale)) s, encode "
                    + "\(Decimals.seconds(stages.encode)) s, store \(Decimals.seconds(storeSeconds)) s.")
        }
        if let modelNotice { lines.append("Note: \(modelNotice)") }
        return lines
    }
}
