public import EchoCore

/// One file's clip: its facts at once, its frames one at a time.
///
/// Holds the file open and at most one decoded frame; not to be shared between tasks.
public final class ClipReader {
    /// What the file says of its clip; the frame count is what the file really holds.
    public let clip: Clip
    /// The frames that are wanted of this clip, ascending.
    public let wanted: [Int]

    private let source: any FrameSource
    private var place = 0
    private var failure: DecodeError?

    /// Opens a file by its content, whatever its name, and reads its facts.
    ///
    /// - Throws: ``DecodeError``: the file cannot be opened, is no clip, is cut short or is past the limits.
    /// - Complexity: a video's packets are all read once, none is decoded where one packet is one frame.
    public convenience init(_ request: DecodeRequest) throws(DecodeError) {
        try self.init(path: request.path, limits: request.limits) {
            request.frames.indices(frameCount: $0)
        }
    }

    /// As above, with frames of the caller's.
    ///
    /// - Parameter choose: given the number of frames, says which are wanted: ascending, none twice.
    public init(
        path: String, limits: DecodeLimits = .standard, choose: (Int) -> [Int]
    ) throws(DecodeError) {
        let kind = try FileKind(sniffing: RegularFile(path: path, limits: limits))
        guard kind.mayHoldClip else { throw .notAClip(kind) }
        source =
            kind == .dicom
            ? try DICOMSource(path: path, limits: limits) : try VideoSource(path: path, limits: limits)
        clip = source.clip
        let count = source.clip.frameCount
        wanted = choose(count).filter { (0..<count).contains($0) }
    }

    /// Decodes the next wanted frame; `nil` after the last.
    ///
    /// An error ends the clip: further calls throw it again.
    ///
    /// - Throws: ``DecodeError/damagedFrame(index:status:)`` or ``DecodeError/truncated(held:declared:)``; of a DICOM
    ///   file's frames also ``DecodeError/tooLarge(what:found:limit:)``, ``DecodeError/unsupported(what:)`` and
    ///   ``DecodeError/damagedHeader(field:found:)``.
    public func nextFrame() throws(DecodeError) -> Frame? {
        if let failure { throw failure }
        guard place < wanted.count else { return nil }
        do throws(DecodeError) {
            let frame = try source.frame(at: wanted[place])
            place += 1
            return frame
        } catch {
            failure = error
            throw error
        }
    }
}
