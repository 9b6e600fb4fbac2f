/// A made-up patient.
public struct PhantomPatient: Sendable, Equatable {
    /// Such as `PHANTOM-000012`; unlike any other of the population.
    public let identifier: String
    /// In order of time, at least one.
    public let studies: [PhantomStudy]
}
