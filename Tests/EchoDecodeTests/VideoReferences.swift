import EchoTesting
import Foundation
import Testing

/// What OpenCV and the ffmpeg CLI made of the clips; `Tests/Fixtures/make/video.py` wrote it.
struct VideoReferences: Decodable {
    /// One clip's frames as the references decode them.
    struct Clip: Decodable, Sendable {
        let name: String
        let width: Int
        let height: Int
        /// Milliseconds from the first frame, by ffprobe; `nil` where the file holds no times.
        let times: [Double]?
        /// SHA-256 of each frame's RGB bytes.
        let opencv: [String]
        /// The same from the ffmpeg CLI.
        let ffmpeg: [String]

        /// Where the clip is.
        func path() throws -> String {
            name.hasPrefix("a4c_") ? Fixtures.clip(name) : try Fixtures.made("video/\(name)")
        }
    }

    let clips: [Clip]

    /// Reads the references; a missing file fails the test that asked.
    static func load() throws -> [Clip] {
        let file = URL(filePath: try Fixtures.made("video/references.json"))
        return try JSONDecoder().decode(VideoReferences.self, from: Data(contentsOf: file)).clips
    }
}
