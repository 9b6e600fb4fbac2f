/// What became of one input file.
public enum IngestedItem: Sendable {
    /// Its vectors are to be stored.
    case embedded(NewClip)
    /// It was not embedded.
    case leftOut(LeftOutFile)
}
