public import EchoCore
internal import GRDB

extension StudyIndex {
    /// The studies that pass a filter, by date, then id; undated ones last.
    ///
    /// The filter's conditions on clips count only where it sets one.
    public func studies(
        passing filter: SearchFilter? = nil, page: Page = .all
    ) async throws(IndexError) -> [StoredStudy] {
        try await reading { try StoredStudyReader.list($0, filter, page) }
    }

    /// A study's clips, or all clips; by study, then id.
    public func clips(
        of study: StudyID? = nil, page: Page = .all
    ) async throws(IndexError) -> [StoredClip] {
        try await reading { try StoredClipReader.list($0, study, page) }
    }

    /// The clips that were stored last, the newest first.
    public func newestClips(_ limit: Int) async throws(IndexError) -> [ClipID] {
        try await reading { db in
            try String.fetchAll(db, sql: "SELECT id FROM clips ORDER BY row DESC LIMIT ?", arguments: [limit])
                .map { ClipID($0) }
        }
    }

    /// The files left out, by path.
    public func leftOutFiles(
        in state: ItemState? = nil, page: Page = .all
    ) async throws(IndexError) -> [LeftOutFile] {
        try await reading { db in
            try SealedRow.all(
                db, .leftOut,
                where: "WHERE ? IS NULL OR state = ? ORDER BY path, content_hash LIMIT ? OFFSET ?",
                [state?.rawValue, state?.rawValue, page.limit, page.offset]
            ).map { try LeftOutFile($0) }
        }
    }

    /// A study's files that never became clips, by path; copies of clips are not among them.
    public func filesWithoutClip(of study: StudyID) async throws(IndexError) -> [LeftOutFile] {
        try await reading { db in
            try SealedRow.all(
                db, .leftOut, where: "WHERE study = ? AND state <> 'duplicate' ORDER BY path, content_hash",
                [study.text]
            ).map { try LeftOutFile($0) }
        }
    }

    /// The study that goes by an opaque id, a StudyInstanceUID, a manifest's name or an accession number.
    ///
    /// - Throws: ``IndexError/notFound(_:)``, ``IndexError/ambiguous(_:count:)``.
    public func study(resolving text: String) async throws(IndexError) -> StoredStudy {
        try await reading { db in
            let found = try StoredStudyReader.ids(db, resolving: text)
            guard let first = found.first else { throw IndexError.notFound(.study) }
            guard found.count == 1 else { throw IndexError.ambiguous(.study, count: found.count) }
            return try StoredStudyReader.one(db, first)
        }
    }

    /// The clip that goes by an opaque id, a SOPInstanceUID or its path as it was given.
    ///
    /// - Throws: ``IndexError/notFound(_:)``, ``IndexError/ambiguous(_:count:)``.
    public func clip(resolving text: String) async throws(IndexError) -> StoredClip {
        try await reading { db in
            let found = try StoredClipReader.list(db, resolving: text)
            guard let first = found.first else { throw IndexError.notFound(.clip) }
            guard found.count == 1 else { throw IndexError.ambiguous(.clip, count: found.count) }
            return first
        }
    }

    /// The same patient's other studies, newest first, undated last; none for an unknown patient.
    public func priors(of study: StudyID) async throws(IndexError) -> [PriorStudy] {
        try await reading { try StoredStudyReader.priors($0, of: study) }
    }
}
