internal import EchoCore
internal import GRDB

extension StudyIndex {
    /// Stores a report, in place of the study's earlier one.
    public func record(_ report: NewReport) async throws(IndexError) -> ReportOutcome {
        try await writing { db in
            try report.space?.requireOwn(db)
            let found = try StoredStudyReader.ids(db, resolving: report.studyKey)
            guard let study = found.first else { return .unknownStudy }
            guard found.count == 1 else { return .ambiguousStudy(count: found.count) }
            return try ReportWriter(db: db, study: study, report: report).write()
        }
    }
}
