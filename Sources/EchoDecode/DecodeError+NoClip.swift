extension DecodeError {
    /// Whether the file is surely no clip, so that leaving it out loses none.
    ///
    /// An archive may hold clips and a blank file may have been one: these count as clips that failed.
    public var isNoClip: Bool {
        switch self {
        case .notAClip(let kind):
            switch kind {
            case .playlist, .pdf, .markup, .text, .program, .database: true
            case .dicom, .video, .picture, .zip, .archive, .blank, .unknown: false
            }
        case .notAnImage, .directory, .notAReport: true
        default: false
        }
    }
}
