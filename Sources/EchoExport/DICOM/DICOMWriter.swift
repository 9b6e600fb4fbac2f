public import EchoCore

/// Writes a clip as an ultrasound DICOM file, one frame at a time: a multi-frame image, or an image where there is
/// one frame.
///
/// DCMTK makes the header; the pictures are appended, so that one frame is held at a time. The file has a temporary
/// name until ``finish()``; a writer that is dropped before leaves nothing. Not to be shared between tasks.
public struct DICOMWriter: ~Copyable {
    private let clip: ExportClip
    private let description: DICOMDescription
    private let coding: DICOMCoding
    private let file: PendingFile
    /// `nil` before the first frame, since a compressed clip's header tells how far it shrank.
    private var pixels: DICOMPixelData?
    private var added = 0

    /// Takes note of the clip; the file appears with the first frame.
    ///
    /// - Throws: ``ExportError/tooLarge(what:found:limit:)`` for sides past 65,535 pixels.
    public init(
        path: String, clip: ExportClip, description: DICOMDescription, coding: DICOMCoding
    ) throws(ExportError) {
        let side = max(clip.size.width, clip.size.height)
        guard side <= Int(UInt16.max) else {
            throw .tooLarge(what: "pixels a side", found: side, limit: Int(UInt16.max))
        }
        self.clip = clip
        self.description = description
        self.coding = coding
        file = PendingFile(for: path)
    }

    /// Encodes and writes the next frame.
    ///
    /// - Precondition: the frame has the clip's size, and the clip is not complete.
    public mutating func add(_ frame: Frame) throws(ExportError) {
        precondition(frame.size == clip.size, "a frame of \(frame.size) in a clip of \(clip.size)")
        precondition(added < clip.frameTimes.count, "frame \(added) of a clip of \(clip.frameTimes.count)")
        let samples = clip.size.pixelCount * (clip.isGray ? 1 : 3)
        let bytes =
            switch coding {
            case .uncompressed: DICOMPicture.samples(frame, isGray: clip.isGray)
            case .jpeg: try DICOMPicture.jpeg(frame, isGray: clip.isGray)
            }
        if added == 0 {
            try writeHeader(ratio: Double(samples) / Double(bytes.count))
            pixels = try DICOMPixelData(
                path: file.path, coding: coding, frames: clip.frameTimes.count, frameBytes: samples)
        }
        added += 1
        try pixels?.add(bytes)
    }

    /// Ends the file and gives it its name.
    ///
    /// - Precondition: every frame was added.
    public consuming func finish() throws(ExportError) {
        precondition(
            added == clip.frameTimes.count, "\(added) frames of a clip of \(clip.frameTimes.count)")
        try pixels.take()?.finish()
        try file.publish()
    }

    private func writeHeader(ratio: Double) throws(ExportError) {
        let dataset = try DICOMDataset()
        try dataset.describe(description)
        try dataset.describeImage(description, clip)
        try dataset.describeTimes(clip)
        try dataset.describeRegions(clip.regions)
        try dataset.describePixels(clip, coding, ratio: ratio)
        try dataset.save(to: file.path, syntax: coding.transferSyntaxUID)
    }
}
