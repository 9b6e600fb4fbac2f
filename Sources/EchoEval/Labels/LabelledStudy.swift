public import EchoPhantom

/// What is true of one study, wherever that was written; what nobody said is missing, not false.
public struct LabelledStudy: Sendable, Equatable {
    /// Names that the index may know it by, the first that it knows counts: StudyInstanceUID, then study name.
    public var names: [String]
    /// Whose it is, in the label file's words; a study without a patient is a patient of its own.
    public var patient: String
    /// Days since 1 March of year 0; `nil` where nobody said.
    public var day: Int?
    /// The laboratory.
    public var site: String?
    /// Which part of the data it belongs to, such as `test`.
    public var split: String?
    /// Devices.
    public var flags: [BinaryFinding: Bool] = [:]
    /// Graded findings.
    public var grades: [GradedFinding: Severity] = [:]
    /// Measured numbers.
    public var numbers: [Quantity: Double] = [:]
    /// What changed since the patient's study before this one; `nil` where nobody said.
    public var changes: [CourseEvent]?
    /// Its clips; empty where nobody said.
    public var clips: [LabelledClip] = []

    /// A study of which nothing is known yet.
    public init(names: [String], patient: String, day: Int? = nil, site: String? = nil, split: String? = nil)
    {
        self.names = names
        self.patient = patient
        self.day = day
        self.site = site
        self.split = split
    }
}
