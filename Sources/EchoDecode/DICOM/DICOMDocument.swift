/// An open DICOM file: where its parts lie, and its header.
struct DICOMDocument {
    /// The bytes that the layout speaks of.
    let bytes: RegularFile
    let layout: DICOMLayout
    let header: DICOMHeader

    init(path: String, limits: DecodeLimits) throws(DecodeError) {
        let read = try DICOMLayout.read(RegularFile(path: path, limits: limits), limits: limits)
        guard read.layout.mediaClass != SOPClassName.directory else { throw .directory }
        bytes = read.bytes
        layout = read.layout
        header = try DICOMHeader(bytes, layout: layout)
    }

    /// The standard name of what the file holds.
    var sopClassName: String {
        SOPClassName.name(header.root.text(.sopClassUID) ?? layout.mediaClass)
    }
}
