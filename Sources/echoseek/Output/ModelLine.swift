import EchoCore
import EchoEncode
import EchoService

/// A model as the list shows it.
struct ModelLine: Encodable {
    let name: String
    let slot: ModelSlot?
    let dimension: Int?
    let vocabulary: String?
    let bytes: Int?
    let weightsSha256: ContentHash?
    let notice: String?
    let problem: String?

    init(_ listing: ModelListing) {
        let manifest = try? listing.outcome.get().manifest
        name = listing.name
        slot = manifest?.slot
        dimension = manifest?.configuration.embedDimension
        vocabulary = manifest?.vocabulary?.kind.rawValue
        bytes = manifest?.weights.byteCount
        weightsSha256 = manifest?.weights.sha256
        notice = manifest?.notice
        if case .failure(let error) = listing.outcome { problem = error.report.reason } else { problem = nil }
    }
}
