import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Answers GET /livez on the connection's own thread, so that it is answered however busy the encoder is.
///
/// Only where no other request of the connection is being answered; then the route of that name does it.
final class LivenessHandler: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    /// The path.
    static let path = "/livez"
    /// What is answered.
    static let body = #"{"status":"alive"}"#

    private var inFlight = 0
    private var isAnswering = false

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            isAnswering =
                inFlight == 0 && head.method == .get && head.path == Self.path
                && head.headerFields[.connection]?.lowercased() != "close"
            if !isAnswering {
                inFlight += 1
                context.fireChannelRead(data)
            }
        case .body:
            if !isAnswering { context.fireChannelRead(data) }
        case .end:
            if isAnswering { answer(context) } else { context.fireChannelRead(data) }
        }
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if case .end = unwrapOutboundIn(data) { inFlight -= 1 }
        context.write(data, promise: promise)
    }

    private func answer(_ context: ChannelHandlerContext) {
        isAnswering = false
        let body = ByteBuffer(string: Self.body)
        let head = HTTPResponse(
            status: .ok,
            headerFields: [
                .contentType: "application/json", .contentLength: String(body.readableBytes),
                .cacheControl: "no-store", .xContentTypeOptions: "nosniff",
            ])
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        context.write(wrapOutboundOut(.body(body)), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
    }
}

@available(*, unavailable)
extension LivenessHandler: Sendable {}
