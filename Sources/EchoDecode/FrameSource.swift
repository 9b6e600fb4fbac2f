internal import EchoCore

/// One open file, whatever its format: what it says of itself, and its frames on demand.
///
/// Conformers: `VideoSource` (libav*) and `DICOMSource` (DCMTK, with libav* for its codecs).
protocol FrameSource: AnyObject {
    /// The file's facts; its frame count is what the file really holds.
    var clip: Clip { get }

    /// Decodes one frame to RGB.
    ///
    /// - Parameter index: in 0 ..< `clip.frameCount`, and above every index asked for before.
    func frame(at index: Int) throws(DecodeError) -> Frame
}
