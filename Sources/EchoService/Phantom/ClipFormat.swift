import EchoExport

/// How one clip is stored.
enum ClipFormat: Sendable, Equatable {
    case dicom(DICOMCoding)
    case video(VideoFormat)

    /// Without the dot.
    var fileExtension: String {
        switch self {
        case .dicom: "dcm"
        case .video(let format): format.rawValue
        }
    }

    /// One study in so many is stored uncompressed, as some scanners do; a clip then takes ten times the space.
    private static let uncompressedEvery = 8

    /// Draws a study's.
    static func drawn(_ format: PhantomFormat, _ random: inout PlanRandom) -> ClipFormat {
        let place = random.integer(0...2)
        let coding: DICOMCoding = random.integer(1...uncompressedEvery) == 1 ? .uncompressed : .jpeg
        return switch format {
        case .dicom: .dicom(coding)
        case .uncompressed: .dicom(.uncompressed)
        case .avi: .video(.avi)
        case .mp4: .video(.mp4)
        case .mixed: [.dicom(coding), .video(.avi), .video(.mp4)][place]
        }
    }
}
