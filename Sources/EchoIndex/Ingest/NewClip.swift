public import EchoCore

/// A clip that was embedded, with all that the index keeps of it.
public struct NewClip: Sendable {
    /// Where the file is, as the user wrote it.
    public var path: String
    /// Its bytes' SHA-256.
    public var contentHash: ContentHash
    /// How many bytes.
    public var byteCount: Int
    /// Whose study and series it belongs to.
    public var identity: StudyIdentity
    /// What the file says of itself.
    public var clip: Clip
    /// Its kind and what that rests on.
    public var classed: ClipClass
    /// Why estimates, identity and devices leave it out; `nil` where they use it.
    public var leftOutReason: String?
    /// The view, such as `a4c`, from a manifest or a classifier.
    public var view: String?
    /// Device and other labels.
    public var labels: [String]
    /// Indices of the frames that the model was shown, one a frame vector.
    public var framesUsed: [Int]
    /// How the sector was found; `nil` where nothing was masked.
    public var mask: MaskFacts?
    /// Its vectors, one a space.
    public var vectors: [NewClipVectors]

    /// Joins the parts; a clip whose kind is not usable is left out with the kind's reason.
    ///
    /// - Precondition: each of `vectors` holds one frame vector for each of `framesUsed`.
    public init(
        path: String, contentHash: ContentHash, byteCount: Int, identity: StudyIdentity, clip: Clip,
        classed: ClipClass, leftOutReason: String? = nil, view: String? = nil, labels: [String] = [],
        framesUsed: [Int], mask: MaskFacts? = nil, vectors: [NewClipVectors]
    ) {
        for each in vectors {
            precondition(
                each.frames.count == framesUsed.count,
                "\(each.frames.count) frame vectors for \(framesUsed.count) frames")
        }
        self.path = path
        self.contentHash = contentHash
        self.byteCount = byteCount
        self.identity = identity
        self.clip = clip
        self.classed = classed
        self.leftOutReason = leftOutReason ?? (classed.kind.isUsable ? nil : classed.reason)
        self.view = view
        self.labels = labels
        self.framesUsed = framesUsed
        self.mask = mask
        self.vectors = vectors
    }
}
