extension TypedStructures {
    /// The structures of the package "core".
    static let core = """
        AWSElasticBlockStoreVolumeSource: volumeID!s fsType=s partition=i readOnly=b
        Affinity: nodeAffinity?NodeAffinity podAffinity?PodAffinity podAntiAffinity?PodAntiAffinity
        AppArmorProfile: type!s localhostProfile?s
        AttachedVolume: name!s devicePath!s
        AzureDiskVolumeSource: diskName!s diskURI!s cachingMode?s fsType?s readOnly?b kind?s
        AzureFileVolumeSource: secretName!s shareName!s readOnly=b
        CSIVolumeSource: driver!s readOnly?b fsType?s volumeAttributes={s nodePublishSecretRef?LocalObjectReference
        Capabilities: add=[s drop=[s
        CephFSVolumeSource: monitors![s path=s user=s secretFile=s secretRef?LocalObjectReference readOnly=b
        CinderVolumeSource: volumeID!s fsType=s readOnly=b secretRef?LocalObjectReference
        ClientIPConfig: timeoutSeconds?i
        ClusterTrustBundleProjection: name?s signerName?s labelSelector?meta.LabelSelector optional?b path!s
        ConfigMapEnvSource: name=s optional?b
        ConfigMapKeySelector: name=s key!s optional?b
        ConfigMapNodeConfigSource: namespace!s name!s uid=s resourceVersion=s kubeletConfigKey!s
        ConfigMapProjection: name=s items=[KeyToPath optional?b
        ConfigMapVolumeSource: name=s items=[KeyToPath defaultMode?i optional?b
        Container: name!s image=s command=[s args=[s workingDir=s ports=[ContainerPort envFrom=[EnvFromSource
          env=[EnvVar resources!ResourceRequirements resizePolicy=[ContainerResizePolicy restartPolicy?s
          restartPolicyRules=[ContainerRestartRule volumeMounts=[VolumeMount volumeDevices=[VolumeDevice
          livenessProbe?Probe readinessProbe?Probe startupProbe?Probe lifecycle?Lifecycle terminationMessagePath=s
          terminationMessagePolicy=s imagePullPolicy=s securityContext?SecurityContext stdin=b stdinOnce=b tty=b
        ContainerExtendedResourceRequest: containerName!s resourceName!s requestName!s
        ContainerImage: names![s sizeBytes=i
        ContainerPort: name=s hostPort=i containerPort!i protocol=s hostIP=s
        ContainerResizePolicy: resourceName!s restartPolicy!s
        ContainerRestartRule: action=s exitCodes?ContainerRestartRuleOnExitCodes
        ContainerRestartRuleOnExitCodes: operator=s values=[i
        ContainerState: waiting?ContainerStateWaiting running?ContainerStateRunning
          terminated?ContainerStateTerminated
        ContainerStateRunning: startedAt!t
        ContainerStateTerminated: exitCode!i signal=i reason=s message=s startedAt!t finishedAt!t containerID=s
        ContainerStateWaiting: reason=s message=s
        ContainerStatus: name!s state!ContainerState lastState!ContainerState ready!b restartCount!i image!s
          imageID!s containerID=s started?b allocatedResources={q resources?ResourceRequirements
          volumeMounts=[VolumeMountStatus user?ContainerUser allocatedResourcesStatus=[ResourceStatus stopSignal?s
        ContainerUser: linux?LinuxContainerUser
        DaemonEndpoint: Port!i
        DownwardAPIProjection: items=[DownwardAPIVolumeFile
        DownwardAPIVolumeFile: path!s fieldRef?ObjectFieldSelector resourceFieldRef?ResourceFieldSelector mode?i
        DownwardAPIVolumeSource: items=[DownwardAPIVolumeFile defaultMode?i
        EmptyDirVolumeSource: medium=s sizeLimit?q
        EnvFromSource: prefix=s configMapRef?ConfigMapEnvSource secretRef?SecretEnvSource
        EnvVar: name!s value=s valueFrom?EnvVarSource
        EnvVarSource: fieldRef?ObjectFieldSelector resourceFieldRef?ResourceFieldSelector
          configMapKeyRef?ConfigMapKeySelector secretKeyRef?SecretKeySelector fileKeyRef?FileKeySelector
        EphemeralContainer: name!s image=s command=[s args=[s workingDir=s ports=[ContainerPort
          envFrom=[EnvFromSource env=[EnvVar resources!ResourceRequirements resizePolicy=[ContainerResizePolicy
          restartPolicy?s restartPolicyRules=[ContainerRestartRule volumeMounts=[VolumeMount
          volumeDevices=[VolumeDevice livenessProbe?Probe readinessProbe?Probe startupProbe?Probe
          lifecycle?Lifecycle terminationMessagePath=s terminationMessagePolicy=s imagePullPolicy=s
          securityContext?SecurityContext stdin=b stdinOnce=b tty=b targetContainerName=s
        EphemeralVolumeSource: volumeClaimTemplate?PersistentVolumeClaimTemplate
        ExecAction: command=[s
        FCVolumeSource: targetWWNs=[s lun?i fsType=s readOnly=b wwids=[s
        FileKeySelector: volumeName!s path!s key!s optional?b
        FlexVolumeSource: driver!s fsType=s secretRef?LocalObjectReference readOnly=b options={s
        FlockerVolumeSource: datasetName=s datasetUUID=s
        GCEPersistentDiskVolumeSource: pdName!s fsType=s partition=i readOnly=b
        GRPCAction: port!i service*s
        GitRepoVolumeSource: repository!s revision=s directory=s
        GlusterfsVolumeSource: endpoints!s path!s readOnly=b
        HTTPGetAction: path=s port!x host=s scheme=s httpHeaders=[HTTPHeader
        HTTPHeader: name!s value!s
        HostAlias: ip!s hostnames=[s
        HostIP: ip!s
        HostPathVolumeSource: path!s type?s
        ISCSIVolumeSource: targetPortal!s iqn!s lun!i iscsiInterface=s fsType=s readOnly=b portals=[s
          chapAuthDiscovery=b chapAuthSession=b secretRef?LocalObjectReference initiatorName?s
        ImageVolumeSource: reference=s pullPolicy=s
        ImageVolumeStatus: imageRef=s
        KeyToPath: key!s path!s mode?i
        Lifecycle: postStart?LifecycleHandler preStop?LifecycleHandler stopSignal?s
        LifecycleHandler: exec?ExecAction httpGet?HTTPGetAction tcpSocket?TCPSocketAction sleep?SleepAction
        LinuxContainerUser: uid!i gid!i supplementalGroups=[i
        LoadBalancerIngress: ip=s hostname=s ipMode?s ports=[PortStatus
        LoadBalancerStatus: ingress=[LoadBalancerIngress
        LocalObjectReference: name=s
        ModifyVolumeStatus: targetVolumeAttributesClassName=s status!s
        NFSVolumeSource: server!s path!s readOnly=b
        Node: kind=s apiVersion=s metadata!meta.ObjectMeta spec!NodeSpec status!NodeStatus
        NodeAddress: type!s address!s
        NodeAffinity: requiredDuringSchedulingIgnoredDuringExecution?NodeSelector
          preferredDuringSchedulingIgnoredDuringExecution=[PreferredSchedulingTerm
        NodeAllocatableResourceClaimStatus: resourceClaimName!s containers=[s resources!{q
        NodeCondition: type!s status!s lastHeartbeatTime!t lastTransitionTime!t reason=s message=s
        NodeConfigSource: configMap?ConfigMapNodeConfigSource
        NodeConfigStatus: assigned?NodeConfigSource active?NodeConfigSource lastKnownGood?NodeConfigSource error=s
        NodeDaemonEndpoints: kubeletEndpoint!DaemonEndpoint
        NodeFeatures: supplementalGroupsPolicy?b
        NodeRuntimeHandler: name!s features?NodeRuntimeHandlerFeatures
        NodeRuntimeHandlerFeatures: recursiveReadOnlyMounts?b userNamespaces?b
        NodeSelector: nodeSelectorTerms![NodeSelectorTerm
        NodeSelectorRequirement: key!s operator!s values=[s
        NodeSelectorTerm: matchExpressions=[NodeSelectorRequirement matchFields=[NodeSelectorRequirement
        NodeSpec: podCIDR=s podCIDRs=[s providerID=s unschedulable=b taints=[Taint configSource?NodeConfigSource
          externalID=s
        NodeStatus: capacity={q allocatable={q phase=s conditions=[NodeCondition addresses=[NodeAddress
          daemonEndpoints!NodeDaemonEndpoints nodeInfo!NodeSystemInfo images=[ContainerImage volumesInUse=[s
          volumesAttached=[AttachedVolume config?NodeConfigStatus runtimeHandlers=[NodeRuntimeHandler
          features?NodeFeatures declaredFeatures=[s
        NodeSwapStatus: capacity?i
        NodeSystemInfo: machineID!s systemUUID!s bootID!s kernelVersion!s osImage!s containerRuntimeVersion!s
          kubeletVersion!s kubeProxyVersion!s operatingSystem!s architecture!s swap?NodeSwapStatus
        ObjectFieldSelector: apiVersion=s fieldPath!s
        ObjectReference: kind=s namespace=s name=s uid=s apiVersion=s resourceVersion=s fieldPath=s
        PersistentVolumeClaim: kind=s apiVersion=s metadata!meta.ObjectMeta spec!PersistentVolumeClaimSpec
          status!PersistentVolumeClaimStatus
        PersistentVolumeClaimCondition: type!s status!s lastProbeTime!t lastTransitionTime!t reason=s message=s
        PersistentVolumeClaimSpec: accessModes=[s selector?meta.LabelSelector resources!VolumeResourceRequirements
          volumeName=s storageClassName?s volumeMode?s dataSource?TypedLocalObjectReference
          dataSourceRef?TypedObjectReference volumeAttributesClassName?s
        PersistentVolumeClaimStatus: phase=s accessModes=[s capacity={q conditions=[PersistentVolumeClaimCondition
          allocatedResources={q allocatedResourceStatuses={s currentVolumeAttributesClassName?s
          modifyVolumeStatus?ModifyVolumeStatus
        PersistentVolumeClaimTemplate: metadata!meta.ObjectMeta spec!PersistentVolumeClaimSpec
        PersistentVolumeClaimVolumeSource: claimName!s readOnly=b
        PhotonPersistentDiskVolumeSource: pdID!s fsType=s
        Pod: kind=s apiVersion=s metadata!meta.ObjectMeta spec!PodSpec status!PodStatus
        PodAffinity: requiredDuringSchedulingIgnoredDuringExecution=[PodAffinityTerm
          preferredDuringSchedulingIgnoredDuringExecution=[WeightedPodAffinityTerm
        PodAffinityTerm: labelSelector?meta.LabelSelector namespaces=[s topologyKey!s
          namespaceSelector?meta.LabelSelector matchLabelKeys=[s mismatchLabelKeys=[s
        PodAntiAffinity: requiredDuringSchedulingIgnoredDuringExecution=[PodAffinityTerm
          preferredDuringSchedulingIgnoredDuringExecution=[WeightedPodAffinityTerm
        PodCertificateProjection: signerName=s keyType=s maxExpirationSeconds?i credentialBundlePath=s keyPath=s
          certificateChainPath=s userAnnotations={s
        PodCondition: type!s observedGeneration=i status!s lastProbeTime!t lastTransitionTime!t reason=s message=s
        PodDNSConfig: nameservers=[s searches=[s options=[PodDNSConfigOption
        PodDNSConfigOption: name=s value?s
        PodExtendedResourceClaimStatus: requestMappings![ContainerExtendedResourceRequest resourceClaimName!s
        PodIP: ip!s
        PodOS: name!s
        PodReadinessGate: conditionType!s
        PodResourceClaim: name!s resourceClaimName?s resourceClaimTemplateName?s
        PodResourceClaimStatus: name!s resourceClaimName?s
        PodSchedulingGate: name!s
        PodSchedulingGroup: podGroupName?s
        PodSecurityContext: seLinuxOptions?SELinuxOptions windowsOptions?WindowsSecurityContextOptions runAsUser?i
          runAsGroup?i runAsNonRoot?b supplementalGroups=[i supplementalGroupsPolicy?s fsGroup?i sysctls=[Sysctl
          fsGroupChangePolicy?s seccompProfile?SeccompProfile appArmorProfile?AppArmorProfile seLinuxChangePolicy?s
        PodSpec: volumes=[Volume initContainers=[Container containers![Container
          ephemeralContainers=[EphemeralContainer restartPolicy=s terminationGracePeriodSeconds?i
          activeDeadlineSeconds?i dnsPolicy=s nodeSelector={s serviceAccountName=s serviceAccount=s
          automountServiceAccountToken?b nodeName=s hostNetwork=b hostPID=b hostIPC=b shareProcessNamespace?b
          securityContext?PodSecurityContext imagePullSecrets=[LocalObjectReference hostname=s subdomain=s
          affinity?Affinity schedulerName=s tolerations=[Toleration hostAliases=[HostAlias priorityClassName=s
          priority?i dnsConfig?PodDNSConfig readinessGates=[PodReadinessGate runtimeClassName?s enableServiceLinks?b
          preemptionPolicy?s overhead={q topologySpreadConstraints=[TopologySpreadConstraint setHostnameAsFQDN?b
          os?PodOS hostUsers?b schedulingGates=[PodSchedulingGate resourceClaims=[PodResourceClaim
          resources?ResourceRequirements hostnameOverride?s schedulingGroup?PodSchedulingGroup
        PodStatus: observedGeneration=i phase=s conditions=[PodCondition message=s reason=s nominatedNodeName=s
          hostIP=s hostIPs=[HostIP podIP=s podIPs=[PodIP startTime?t initContainerStatuses=[ContainerStatus
          containerStatuses=[ContainerStatus qosClass=s ephemeralContainerStatuses=[ContainerStatus resize=s
          resourceClaimStatuses=[PodResourceClaimStatus extendedResourceClaimStatus?PodExtendedResourceClaimStatus
          allocatedResources={q resources?ResourceRequirements
          nodeAllocatableResourceClaimStatuses=[NodeAllocatableResourceClaimStatus
        PodTemplateSpec: metadata!meta.ObjectMeta spec!PodSpec
        PortStatus: port!i protocol!s error?s
        PortworxVolumeSource: volumeID!s fsType=s readOnly=b
        PreferredSchedulingTerm: weight!i preference!NodeSelectorTerm
        Probe: exec?ExecAction httpGet?HTTPGetAction tcpSocket?TCPSocketAction grpc?GRPCAction initialDelaySeconds=i
          timeoutSeconds=i periodSeconds=i successThreshold=i failureThreshold=i terminationGracePeriodSeconds?i
        ProjectedVolumeSource: sources![VolumeProjection defaultMode?i
        QuobyteVolumeSource: registry!s volume!s readOnly=b user=s group=s tenant=s
        RBDVolumeSource: monitors![s image!s fsType=s pool=s user=s keyring=s secretRef?LocalObjectReference
          readOnly=b
        ReplicationController: kind=s apiVersion=s metadata!meta.ObjectMeta spec!ReplicationControllerSpec
          status!ReplicationControllerStatus
        ReplicationControllerCondition: type!s status!s lastTransitionTime!t reason=s message=s
        ReplicationControllerSpec: replicas?i minReadySeconds=i selector={s template?PodTemplateSpec
        ReplicationControllerStatus: replicas!i fullyLabeledReplicas=i readyReplicas=i availableReplicas=i
          observedGeneration=i conditions=[ReplicationControllerCondition
        ResourceClaim: name!s request=s
        ResourceFieldSelector: containerName=s resource!s divisor!q
        ResourceHealth: resourceID!s health=s message?s
        ResourceRequirements: limits={q requests={q claims=[ResourceClaim
        ResourceStatus: name!s resources=[ResourceHealth
        SELinuxOptions: user=s role=s type=s level=s
        ScaleIOVolumeSource: gateway!s system!s secretRef*LocalObjectReference sslEnabled=b protectionDomain=s
          storagePool=s storageMode=s volumeName=s fsType=s readOnly=b
        SeccompProfile: type!s localhostProfile?s
        SecretEnvSource: name=s optional?b
        SecretKeySelector: name=s key!s optional?b
        SecretProjection: name=s items=[KeyToPath optional?b
        SecretVolumeSource: secretName=s items=[KeyToPath defaultMode?i optional?b
        SecurityContext: capabilities?Capabilities privileged?b seLinuxOptions?SELinuxOptions
          windowsOptions?WindowsSecurityContextOptions runAsUser?i runAsGroup?i runAsNonRoot?b
          readOnlyRootFilesystem?b allowPrivilegeEscalation?b procMount?s seccompProfile?SeccompProfile
          appArmorProfile?AppArmorProfile
        Service: kind=s apiVersion=s metadata!meta.ObjectMeta spec!ServiceSpec status!ServiceStatus
        ServiceAccountTokenProjection: audience=s expirationSeconds?i path!s
        ServicePort: name=s protocol=s appProtocol?s port!i targetPort!x nodePort=i
        ServiceSpec: ports=[ServicePort selector={s clusterIP=s clusterIPs=[s type=s externalIPs=[s
          sessionAffinity=s loadBalancerIP=s loadBalancerSourceRanges=[s externalName=s externalTrafficPolicy=s
          healthCheckNodePort=i publishNotReadyAddresses=b sessionAffinityConfig?SessionAffinityConfig ipFamilies=[s
          ipFamilyPolicy?s allocateLoadBalancerNodePorts?b loadBalancerClass?s internalTrafficPolicy?s
          trafficDistribution?s
        ServiceStatus: loadBalancer!LoadBalancerStatus conditions=[meta.Condition
        SessionAffinityConfig: clientIP?ClientIPConfig
        SleepAction: seconds!i
        StorageOSVolumeSource: volumeName=s volumeNamespace=s fsType=s readOnly=b secretRef?LocalObjectReference
        Sysctl: name!s value!s
        TCPSocketAction: port!x host=s
        Taint: key!s value=s effect!s timeAdded?t
        Toleration: key=s operator=s value=s effect=s tolerationSeconds?i
        TopologySpreadConstraint: maxSkew!i topologyKey!s whenUnsatisfiable!s labelSelector?meta.LabelSelector
          minDomains?i nodeAffinityPolicy?s nodeTaintsPolicy?s matchLabelKeys=[s
        TypedLocalObjectReference: apiGroup*s kind!s name!s
        TypedObjectReference: apiGroup*s kind!s name!s namespace?s
        Volume: name!s hostPath?HostPathVolumeSource emptyDir?EmptyDirVolumeSource
          gcePersistentDisk?GCEPersistentDiskVolumeSource awsElasticBlockStore?AWSElasticBlockStoreVolumeSource
          gitRepo?GitRepoVolumeSource secret?SecretVolumeSource nfs?NFSVolumeSource iscsi?ISCSIVolumeSource
          glusterfs?GlusterfsVolumeSource persistentVolumeClaim?PersistentVolumeClaimVolumeSource
          rbd?RBDVolumeSource flexVolume?FlexVolumeSource cinder?CinderVolumeSource cephfs?CephFSVolumeSource
          flocker?FlockerVolumeSource downwardAPI?DownwardAPIVolumeSource fc?FCVolumeSource
          azureFile?AzureFileVolumeSource configMap?ConfigMapVolumeSource
          vsphereVolume?VsphereVirtualDiskVolumeSource quobyte?QuobyteVolumeSource azureDisk?AzureDiskVolumeSource
          photonPersistentDisk?PhotonPersistentDiskVolumeSource projected?ProjectedVolumeSource
          portworxVolume?PortworxVolumeSource scaleIO?ScaleIOVolumeSource storageos?StorageOSVolumeSource
          csi?CSIVolumeSource ephemeral?EphemeralVolumeSource image?ImageVolumeSource
        VolumeDevice: name!s devicePath!s
        VolumeMount: name!s readOnly=b recursiveReadOnly?s mountPath!s subPath=s mountPropagation?s subPathExpr=s
        VolumeMountStatus: name!s mountPath!s readOnly=b recursiveReadOnly?s volumeStatus?VolumeStatus
        VolumeProjection: secret?SecretProjection downwardAPI?DownwardAPIProjection configMap?ConfigMapProjection
          serviceAccountToken?ServiceAccountTokenProjection clusterTrustBundle?ClusterTrustBundleProjection
          podCertificate?PodCertificateProjection
        VolumeResourceRequirements: limits={q requests={q
        VolumeStatus: image?ImageVolumeStatus
        VsphereVirtualDiskVolumeSource: volumePath!s fsType=s storagePolicyName=s storagePolicyID=s
        WeightedPodAffinityTerm: weight!i podAffinityTerm!PodAffinityTerm
        WindowsSecurityContextOptions: gmsaCredentialSpecName?s gmsaCredentialSpec?s runAsUserName?s hostProcess?b
        """
}
