internal import EchoCore

/// The three ways in which pixel data holds frames.
enum DICOMPictures {
    case native(DICOMNative)
    case stills(DICOMStills)
    case stream(DICOMStream)

    init(
        _ document: DICOMDocument, format: DICOMPixelFormat, declared: Int, limits: DecodeLimits
    ) throws(DecodeError) {
        switch document.layout.pixels {
        case .none: throw .noPixelData
        case .native(let held, let isWords):
            self = .native(
                try DICOMNative(document, format: format, held: held, isWords: isWords, declared: declared))
        case .fragments(let table, let fragments, let isCut):
            guard !document.layout.syntax.codec.isStream else {
                guard !isCut, !fragments.isEmpty else { throw .truncated(held: 0, declared: declared) }
                self = .stream(
                    try DICOMStream(
                        document.bytes, ranges: fragments.map(\.bytes), declared: declared, limits: limits))
                return
            }
            self = .stills(
                try DICOMStills(
                    document, format: format, fragments: fragments, table: table, declared: declared))
        }
    }

    /// Frames that the file really holds.
    var frameCount: Int {
        switch self {
        case .native(let native): native.frameCount
        case .stills(let stills): stills.frameCount
        case .stream(let stream): stream.frameCount
        }
    }

    /// The pictures' extent.
    var size: PictureSize {
        switch self {
        case .native(let native): native.format.size
        case .stills(let stills): stills.size
        case .stream(let stream): stream.size
        }
    }

    /// Milliseconds between frames by a video stream's own header.
    var streamInterval: Double? {
        guard case .stream(let stream) = self else { return nil }
        return stream.interval
    }
}
