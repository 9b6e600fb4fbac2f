public import EchoCore

/// What is true of one clip.
public struct LabelledClip: Sendable, Equatable {
    /// The file, relative to the label file or absolute; `nil` for one that was never written.
    public var path: String?
    /// The cut, such as `A4C`; `nil` where nobody said.
    public var view: String?
    /// What it shows; `nil` where nobody said.
    public var kind: ClipKind?

    /// Joins the parts.
    public init(path: String?, view: String?, kind: ClipKind?) {
        self.path = path
        self.view = view
        self.kind = kind
    }
}
