import EchoCore
import EchoExport

extension Failures {
    static let export: [ExportError] = [
        .unwritable(status: 13), .diskFull, .noEncoder(name: "libx264"),
        .notEncoded(library: "libx264", status: -22), .oddSize(PictureSize(width: 65, height: 48)),
        .unevenTimes(shortest: 10, longest: 25),
        .tooLarge(what: "pixels a side", found: 70_000, limit: 65_535),
    ]
}
