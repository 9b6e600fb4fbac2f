public import EchoCore

/// Why a file gives no frames.
public enum DecodeError: EchoFailure, Equatable {
    /// The system would not open or read the file; `status` is its errno.
    case unopenable(status: Int32)
    /// The file has no bytes.
    case empty
    /// Neither DICOM nor anything libavformat knows; `status` is its negative return value.
    case unreadable(status: Int32)
    /// The file is something else than a clip.
    case notAClip(FileKind)
    /// The path names no ordinary file but, for one, a folder.
    case notRegular(what: String)
    /// The container opened, and none of its streams is video.
    case noVideoStream(streams: Int)
    /// No decoder here knows the video stream's codec.
    case unsupportedCodec(name: String)
    /// The video stream has no frames.
    case noFrames
    /// The file ends before its frames do.
    case truncated(held: Int, declared: Int)
    /// The file ends before its container does, where frames cannot be counted; in bytes.
    case cutShort(held: Int, declared: Int)
    /// A frame's bytes, or the video stream of a DICOM file, do not decode; `status` is the codec's number.
    case damagedFrame(index: Int, status: Int32)
    /// The pictures, their number or the file are larger than the limits allow.
    case tooLarge(what: String, found: Int, limit: Int)
    /// A picture could not be encoded; `status` is libavcodec's negative return value.
    case notEncoded(status: Int32)
    /// A picture could not be written; `status` is the system's errno.
    case notWritten(status: Int32)

    // DICOM only.

    /// A DICOM object of another kind; `sopClass` is its standard name, or `unknown`.
    case notAnImage(sopClass: String)
    /// A DICOMDIR: a list of other files.
    case directory
    /// An image object without its pixel data.
    case noPixelData
    /// A DICOM header that cannot be right; `field` is a keyword or a place, `found` its number.
    case damagedHeader(field: String, found: Int)
    /// A transfer syntax or a picture format that we do not decode, by a name of ours or the standard's.
    case unsupported(what: String)
    /// A DICOM object that holds no report's text.
    case notAReport(sopClass: String)

    /// What to tell the person.
    public var report: FailureReport {
        switch self {
        case .unopenable, .empty, .unreadable, .notAClip, .notRegular, .tooLarge, .notEncoded, .notWritten:
            fileReport
        case .noVideoStream, .unsupportedCodec, .noFrames, .truncated, .cutShort, .damagedFrame: videoReport
        case .notAnImage, .directory, .noPixelData, .damagedHeader, .unsupported, .notAReport: dicomReport
        }
    }
}
