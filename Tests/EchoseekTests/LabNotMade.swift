/// The laboratory could not be made.
struct LabNotMade: Error {
    let errors: String
}
