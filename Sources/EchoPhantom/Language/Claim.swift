/// One thing that a sentence says; exactly one of grade, value and presence is set.
public struct Claim: Sendable, Equatable, Hashable, Codable {
    /// What it is about.
    public let attribute: Attribute
    /// How far from normal.
    public let grade: Severity?
    /// In the attribute's unit.
    public let value: Double?
    /// Whether it is there; of something graded, whether it is beyond normal.
    public let present: Bool?

    /// A grade, normal included.
    public init(_ attribute: Attribute, grade: Severity) {
        self.init(attribute: attribute, grade: grade, value: nil, present: nil)
    }

    /// A number in the attribute's unit.
    public init(_ attribute: Attribute, value: Double) {
        self.init(attribute: attribute, grade: nil, value: value, present: nil)
    }

    /// That something is or is not there.
    public init(_ attribute: Attribute, present: Bool) {
        self.init(attribute: attribute, grade: nil, value: nil, present: present)
    }

    private init(attribute: Attribute, grade: Severity?, value: Double?, present: Bool?) {
        self.attribute = attribute
        self.grade = grade
        self.value = value
        self.present = present
    }
}
