/// The sentences that go with findings; each stands here once, and every output takes it from here.
public enum Notice {
    /// Goes with every finding, in every format.
    public static let notADiagnosis =
        "Research output, not a diagnosis and not a medical device. A physician reads the images and decides."
    /// The first line of every draft, exactly.
    public static let draftFirstLine = "DRAFT - NOT REVIEWED BY A PHYSICIAN"
    /// Goes with every ranked list.
    public static let scoresAreRelative =
        "A score orders the studies of one archive for one question; it has no absolute meaning."
    /// Goes with every comparison.
    public static let comparisonIsNotAFinding =
        "Similarities say which pictures to look at side by side. They do not say what differs, or whether it matters."
    /// Goes with every list of other patients' studies.
    public static let otherPatients =
        "These studies are of other patients, matched by embedding. They are not priors of this patient."
}
