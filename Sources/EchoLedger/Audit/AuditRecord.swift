public import EchoCore

/// What is to stand in the audit trail: opaque ids, counts and failure codes, never a name, a text or a path.
public struct AuditRecord: Sendable, Hashable, Codable {
    /// What was done.
    public var action: AuditAction
    /// By whom.
    public var actor: AuditActor
    /// How it went.
    public var outcome: AuditOutcome
    /// The studies that it was about; of a long list, none and their number in ``count``.
    public var studies: [StudyID]
    /// The clips that it was about.
    public var clips: [ClipID]
    /// The job.
    public var job: JobID?
    /// The key.
    public var key: KeyID?
    /// How many things it was about.
    public var count: Int?
    /// The code of the failure.
    public var code: String?

    /// Joins the parts.
    public init(
        _ action: AuditAction, by actor: AuditActor, outcome: AuditOutcome = .done, studies: [StudyID] = [],
        clips: [ClipID] = [], job: JobID? = nil, key: KeyID? = nil, count: Int? = nil, code: String? = nil
    ) {
        self.action = action
        self.actor = actor
        self.outcome = outcome
        self.studies = studies
        self.clips = clips
        self.job = job
        self.key = key
        self.count = count
        self.code = code
    }
}
