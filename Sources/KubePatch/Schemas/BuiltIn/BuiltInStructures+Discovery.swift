extension BuiltInStructures {
    /// The structures of k8s.io/api/discovery.
    static let discovery: [BuiltInTable] = [
        BuiltInTable(
            key: "discovery/v1", group: "discovery.k8s.io", version: "v1",
            text: """
                Endpoint: addresses=[ conditions=EndpointConditions targetRef=core/v1.ObjectReference
                  deprecatedTopology={ hints=EndpointHints
                EndpointConditions:
                EndpointHints: forZones=[ForZone forNodes=[ForNode
                EndpointPort:
                *EndpointSlice: metadata=meta.ObjectMeta endpoints=[Endpoint ports=[EndpointPort
                ForNode:
                ForZone:
                """),
        BuiltInTable(
            key: "discovery/v1beta1", group: "discovery.k8s.io", version: "v1beta1",
            text: """
                Endpoint: addresses=[ conditions=EndpointConditions targetRef=core/v1.ObjectReference topology={
                  hints=EndpointHints
                EndpointConditions:
                EndpointHints: forZones=[ForZone forNodes=[ForNode
                EndpointPort:
                *EndpointSlice: metadata=meta.ObjectMeta endpoints=[Endpoint ports=[EndpointPort
                ForNode:
                ForZone:
                """),
    ]
}
