public import EchoCore
internal import CFFmpeg
internal import Foundation

/// Writes pictures as PNG.
public enum PNGFile {
    /// Encodes a picture and writes it, replacing a file of that name in one step.
    ///
    /// - Parameters:
    ///   - rgb: 8-bit RGB, interleaved, row-major: shape `[height, width, 3]`.
    ///   - size: the picture's extent.
    ///   - path: the file to write.
    /// - Throws: ``DecodeError/notEncoded(status:)`` or ``DecodeError/notWritten(status:)``.
    /// - Precondition: `rgb` holds `width × height × 3` bytes.
    public static func write(rgb: [UInt8], size: PictureSize, to path: String) throws(DecodeError) {
        let bytes = try PNGEncoder(size: size).encode(rgb)
        do {
            try Data(bytes).write(to: URL(filePath: path), options: .atomic)
        } catch {
            throw .notWritten(status: SystemNumber.errno(of: error))
        }
    }
}
