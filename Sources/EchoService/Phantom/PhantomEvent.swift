/// What a generator tells while it works.
public enum PhantomEvent: Sendable {
    /// How many clips there will be.
    case planned(clips: Int)
    /// So many are done.
    case done(clips: Int)
}
