internal import EchoCore

/// A video's frame count by libavformat alone, whatever the file's first bytes look like.
///
/// The tests use it to show that libavformat's own guards hold where ``FileKind`` is not asked first.
package enum VideoProbe {
    /// Opens the file as ``ClipReader`` opens a video.
    package static func frameCount(of path: String) throws(DecodeError) -> Int {
        try VideoSource(path: path, limits: .standard).clip.frameCount
    }
}
